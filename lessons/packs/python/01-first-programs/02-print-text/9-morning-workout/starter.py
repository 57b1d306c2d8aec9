print("Walk 20 minutes")
print "Rest 2 minutes"
print["Walk back"]
