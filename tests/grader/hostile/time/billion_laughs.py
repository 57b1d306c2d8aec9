# verdict: timed_out, crashed, over_limit
# as: output
import xml.etree.ElementTree

lines = ['<!ENTITY e0 "ha">'] + [f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12)]
print(len(xml.etree.ElementTree.fromstring(f"<!DOCTYPE a [{''.join(lines)}]><a>&e11;</a>").text))
