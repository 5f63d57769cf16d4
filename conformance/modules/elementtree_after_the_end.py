# A parser of cElementTree whose document has ended says where that was, whatever it is asked to do.
from xml.etree import cElementTree as ET


def tried(what, *args):
    try:
        print what(*args)
    except Exception as e:
        print type(e).__name__, e, getattr(e, 'position', None)


p = ET.XMLParser()
p.feed('<a>\n  <b>text</b>\n</a>\n')
root = p.close()
print ET.tostring(root)
tried(p.feed, '<c/>')
tried(p.feed, '')
tried(p.close)
p.entity['x'] = 'y'
print p.entity, type(p.target).__name__, p.version.split()[0]

# One that never began ends with an error, and may be asked again.
p = ET.XMLParser()
tried(p.close)
tried(p.close)
tried(p.feed, '<a/>')

# An error in the midst stays.
p = ET.XMLParser()
tried(p.feed, '<a><b></a>')
tried(p.feed, '</b>')
tried(p.close)


class Target(object):
    def start(self, tag, attributes):
        print 'start', tag, attributes

    def end(self, tag):
        print 'end', tag

    def close(self):
        return 'closed'


parser = ET.XMLParser(target=Target())
parser.feed('<outer x="1"><inner/></outer>')
tried(parser.close)
tried(parser.close)
print sum(len(ET.fromstring('<a><b c="d">e</b><f/></a>')) for _ in range(300))
