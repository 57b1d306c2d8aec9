# diagnosis: quote-inside
print('Today we read "The Sea"')
print('Bring Lena's copy')
