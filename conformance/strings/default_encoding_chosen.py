# -*- coding: utf-8 -*-
# Once a program has chosen another default encoding, text and bytes become each other by it everywhere: in str and
# unicode, formats, joins, comparisons, methods without an encoding, attributes, and what native modules take.
import operator
import re
import sys
import warnings
import zlib
reload(sys)


class U(unicode):
    def encode(self, *args):
        return 'not asked'


class O(object):
    def __str__(self):
        return u'\xe9'

    def __repr__(self):
        return u'\xe8'

    def __unicode__(self):
        return 'é'


class Old:
    def __str__(self):
        return u'\xe9'


tries = [
    lambda: str(u'é'), lambda: str(U(u'é')), lambda: u'é'.__str__(), lambda: unicode('é'), lambda: u'é'.encode(),
    lambda: 'é'.decode(), lambda: u'é'.decode(), lambda: 'é'.encode(), lambda: u'é'.encode(errors='replace'),
    lambda: 'é'.decode(errors='ignore'), lambda: u'é'.decode('utf-8'), lambda: 'é'.encode('utf-8'),
    lambda: u'é'.encode('ascii', 'replace'), lambda: unicode('\xff', errors='replace'),
    lambda: str(O()), lambda: repr(O()), lambda: unicode(O()), lambda: str(Old()), lambda: '%s %r' % (O(), O()),
    lambda: str(ValueError(u'é')), lambda: unicode(ValueError('é')), lambda: str(KeyError(u'é')),
    lambda: '%s' % u'é', lambda: u'%s' % 'é', lambda: 'é%s' % u'x', lambda: '{0}'.format(u'é'), lambda: u'{0}'.format('é'),
    lambda: 'é' + u'x', lambda: u'x' + 'é', lambda: 'é'.join([u'a', 'b']), lambda: u'é'.join(['é']),
    lambda: bytearray('é') + u'é', lambda: operator.concat('é', u'é'),
    lambda: 'é' == u'é', lambda: cmp('é', u'é'), lambda: u'é' < 'ê', lambda: 'é' in u'éa', lambda: u'é' in 'éa',
    lambda: {u'é': 1}.get('é', 2), lambda: sorted(['é', u'è', 'ê']),
    lambda: 'aé'.find(u'é'), lambda: 'aéa'.split(u'é'), lambda: 'é'.replace('é', u'x'), lambda: 'é'.strip(u'é'),
    lambda: 'é'.startswith(u'é'), lambda: 'é'.center(4, u'x'), lambda: 'é'.count(u'é'),
    lambda: getattr(O(), u'é', 'none'), lambda: setattr(O, u'é', 1), lambda: vars(O).get('é'), lambda: type(u'é', (), {}),
    lambda: zlib.crc32(u'é') & 0xFFFFFFFF, lambda: re.compile(u'é').search('é'), lambda: map(str, [u'é', 1]),
    lambda: int(u'é'), lambda: float(u'é'), lambda: unichr(0x20ac) + '\xff', lambda: str(u'\ud800'),
]


def show():
    print sys.getdefaultencoding()
    for f in tries:
        try:
            print repr(f()),
        except Exception as e:
            print type(e).__name__, e.args,
    print


warnings.simplefilter('ignore')
show()
sys.setdefaultencoding('utf8')
show()
print u'é', str(u'\u20ac'), '%s' % u'\u20ac'
sys.stdout.write(u'\u20ac\n')
