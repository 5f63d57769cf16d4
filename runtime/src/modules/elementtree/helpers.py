# Run when _elementtree is first imported. `native` is the module, `exports` the names that it gets from here.
from xml.etree import ElementTree as ET
from xml.etree import ElementPath
from copy import deepcopy


class ParseError(SyntaxError):
    __module__ = 'cElementTree'


def iter(node, tag=None):
    # Depth first; what is yet to be visited stands in a list, so the tree may be of any depth.
    if tag == '*':
        tag = None
    if tag is None or node.tag == tag:
        yield node
    waiting = [children(node)]
    while waiting:
        for node in waiting[-1]:
            if tag is None or node.tag == tag:
                yield node
            waiting.append(children(node))
            break
        else:
            waiting.pop()


def children(node):
    for child in node:
        yield child


def itertext(node):
    # As iter, with the text of elements when they begin and the text behind them when they have ended.
    if node.text:
        yield node.text
    waiting = [(node, children(node))]
    while waiting:
        for node in waiting[-1][1]:
            if node.text:
                yield node.text
            waiting.append((node, children(node)))
            break
        else:
            node = waiting.pop()[0]
            if waiting and node.tail:
                yield node.tail


def copyelement(element):
    return element


class CommentProxy:
    def __call__(self, text=None):
        element = native.Element(ET.Comment)
        element.text = text
        return element

    def __cmp__(self, other):
        return cmp(ET.Comment, other)


class PIProxy:
    def __call__(self, target, text=None):
        element = native.Element(ET.PI)
        element.text = target
        if text:
            element.text = element.text + ' ' + text
        return element

    def __cmp__(self, other):
        return cmp(ET.PI, other)


class ElementTree(ET.ElementTree):
    def parse(self, source, parser=None):
        opened = not hasattr(source, 'read')
        if opened:
            source = open(source, 'rb')
        try:
            if parser is None:
                self._root = native.XMLParser()._parse(source)
            else:
                data = source.read(65536)
                while data:
                    parser.feed(data)
                    data = source.read(65536)
                self._root = parser.close()
            return self._root
        finally:
            if opened:
                source.close()


class iterparse(object):
    root = None

    def __init__(self, file, events=None):
        self._close_file = not hasattr(file, 'read')
        if self._close_file:
            file = open(file, 'rb')
        self._file = file
        self._events = []
        self._index = 0
        self._error = None
        self.root = self._root = None
        self._parser = native.XMLParser(native.TreeBuilder())
        self._parser._setevents(self._events, events)

    def next(self):
        while self._index >= len(self._events):
            if self._error:
                error, self._error = self._error, None
                raise error
            if self._parser is None:
                self.root = self._root
                if self._close_file:
                    self._file.close()
                raise StopIteration
            del self._events[:]
            self._index = 0
            data = self._file.read(16384)
            if not data:
                self._root = self._parser.close()
                self._parser = None
                continue
            try:
                self._parser.feed(data)
            except SyntaxError as error:
                # What came before it is told of first.
                self._error = error
        self._index += 1
        return self._events[self._index - 1]

    def __iter__(self):
        return self


def parse(source, parser=None):
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def XML(text):
    parser = native.XMLParser()
    parser.feed(text)
    return parser.close()


def XMLID(text):
    tree = XML(text)
    ids = {}
    for elem in tree.iter():
        id = elem.get('id')
        if id:
            ids[id] = elem
    return tree, ids


exports = {
    'Comment': CommentProxy(),
    'ElementPath': ElementPath,
    'ElementTree': ElementTree,
    'PI': PIProxy(),
    'ParseError': ParseError,
    'QName': ET.QName,
    'VERSION': '1.0.6',
    'XML': XML,
    'XMLID': XMLID,
    '__version__': '1.0.6',
    'dump': ET.dump,
    'fromstring': XML,
    'fromstringlist': ET.fromstringlist,
    'iselement': ET.iselement,
    'iterparse': iterparse,
    'parse': parse,
    'register_namespace': ET.register_namespace,
    'tostring': ET.tostring,
    'tostringlist': ET.tostringlist,
}
exports['ProcessingInstruction'] = exports['PI']
