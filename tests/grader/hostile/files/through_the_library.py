# verdict: passed
# as: output
# limits: cpu=2
# Parts of the standard library that open files for one.
import configparser
import csv
import fileinput
import filecmp
import inspect
import linecache
import mimetypes
import runpy
import shelve
import tarfile
import tokenize
import tomllib
import wave
import xml.dom.minidom
import xml.etree.ElementTree
import zipfile
import zipimport

path = "@FOLDER@/canary.txt"
entity = f'<!DOCTYPE a [<!ENTITY e SYSTEM "file://{path}">]><a>&e;</a>'
got = []
for way in (
    lambda: configparser.ConfigParser().read(path),
    lambda: list(fileinput.input(path)),
    lambda: filecmp.cmp(path, path),
    lambda: linecache.getlines(path),
    lambda: linecache.getlines("/etc/passwd"),
    lambda: tokenize.open(path).read(),
    lambda: runpy.run_path("@FOLDER@/canary.py")["found"],
    lambda: shelve.open(path),
    lambda: tarfile.open(path),
    lambda: tomllib.load(open(path, "rb")),
    lambda: wave.open(path),
    lambda: zipfile.ZipFile(path),
    lambda: zipimport.zipimporter("@FOLDER@"),
    lambda: mimetypes.read_mime_types(path),
    lambda: xml.etree.ElementTree.fromstring(entity).text,
    lambda: xml.dom.minidom.parseString(entity).documentElement.childNodes,
    lambda: xml.etree.ElementTree.parse(path),
    lambda: inspect.getsource(compile("x", path, "exec")),
    lambda: list(csv.reader(open(path))),
    lambda: __import__("mmap").mmap(0, 1),
    lambda: __import__("dbm").open(path),
):
    try:
        said = way()
        got += [said] if said else []
    except (Exception, SystemExit):
        pass
print(got or "nothing got out")
