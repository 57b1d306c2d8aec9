# verdict: passed
# as: output
# limits: cpu=2
import http.client
import urllib.request

got = []
for url in ("http://127.0.0.1:@PORT@/", "file://@FOLDER@/canary.txt", "file:///etc/passwd", "ftp://127.0.0.1:@PORT@/", "data:,x"):
    try:
        got += [urllib.request.urlopen(url, timeout=1).read()] if url != "data:,x" else []
    except Exception:
        pass
try:
    door = http.client.HTTPConnection("127.0.0.1", @PORT@, timeout=1)
    door.request("GET", "/")
    got.append(door.getresponse().read())
except Exception:
    pass
for name in ("smtplib", "ftplib", "poplib", "imaplib", "telnetlib", "xmlrpc.client", "http.server", "ssl", "webbrowser", "wsgiref.simple_server"):
    try:
        got.append(__import__(name))
    except ImportError:
        pass
print(got or "nothing got out")
