# Contexts: their attributes, and what they read from files.
import ssl
import _ssl

from _tls import CERTIFICATE, KEY, LOCKED_KEY, raised, saved

certificate, key, locked = map(saved, (CERTIFICATE, KEY, LOCKED_KEY))

print sorted(n for n in dir(_ssl) if n not in ('__file__',))
print [(e.__name__, e.__bases__, e.__module__) for e in (
    ssl.SSLError, ssl.SSLZeroReturnError, ssl.SSLWantReadError, ssl.SSLWantWriteError, ssl.SSLSyscallError,
    ssl.SSLEOFError)]
print str(ssl.SSLError(1, 'text')), repr(ssl.SSLError(1, 'text')), str(ssl.SSLError('text'))
print str(ssl.SSLEOFError(8, u'text')), ssl.SSLError(1, 'text').errno


class Mine(ssl.SSLError):
    pass


print str(Mine(1, 'text'))

for protocol in (-1, 2, 3, 4, 5, 6, 'x'):
    c = raised(_ssl._SSLContext, protocol)
    print protocol, c if isinstance(c, tuple) else type(c)
print raised(_ssl._SSLContext)
print raised(_ssl._SSLContext, 2, 3)

c = _ssl._SSLContext(2)
for name in ('options', 'verify_flags', 'verify_mode', 'check_hostname'):
    print name, repr(getattr(c, name))
    for value in (0, 1, 3, 'x', None, 1.5, 10 ** 30):
        c = _ssl._SSLContext(2)
        print '   ', repr(value), raised(setattr, c, name, value), repr(getattr(c, name))
    print '   ', raised(delattr, c, name)
c.verify_mode = 2
c.check_hostname = 1
print repr(c.check_hostname), raised(setattr, c, 'verify_mode', 0), repr(c.verify_mode)

print raised(c.set_ciphers, 'ALL'), raised(c.set_ciphers, u'ALL'), raised(c.set_ciphers, 'none of these')
print raised(c.set_ciphers, None), raised(c.set_ciphers)
print raised(c._set_npn_protocols, 'abc')
for protocols in ('\3abc', 'abc', 3, bytearray('\1a'), ''):
    print repr(protocols), raised(c._set_alpn_protocols, protocols)
print c.cert_store_stats(), c.get_ca_certs(), c.get_ca_certs(True), raised(c.get_ca_certs, 1, 2)
print sorted(c.session_stats().items())
for curve in ('prime256v1', u'secp384r1', 'no such', 3):
    print curve, raised(c.set_ecdh_curve, curve)
print raised(c.load_dh_params, '/none'), raised(c.load_dh_params, None)
print raised(c.load_dh_params, certificate)
for callback in (None, 3, len):
    print callback, raised(c.set_servername_callback, callback)

print raised(c.load_cert_chain), raised(c.load_cert_chain, None), raised(c.load_cert_chain, certificate, 3)
print raised(c.load_cert_chain, '/none'), raised(c.load_cert_chain, certificate, '/none')
print raised(c.load_cert_chain, certificate), raised(c.load_cert_chain, key)
print raised(c.load_cert_chain, certificate, key), raised(c.load_cert_chain, certificate, keyfile=key, password=None)
print raised(c.load_cert_chain, 'a\0b')


def give(value):
    return lambda: value


for password in ('secret', u'secret', bytearray('secret'), 'wrong', '', 3, 'x' * 1025, give('secret'), give(u'secret'),
                 give(bytearray('secret')), give('wrong'), give(3), give('x' * 1025), lambda: 1 / 0, lambda x: x):
    print raised(c.load_cert_chain, certificate, locked, password)

print raised(c.load_verify_locations), raised(c.load_verify_locations, None, None, None)
print raised(c.load_verify_locations, '/none'), raised(c.load_verify_locations, 3)
print raised(c.load_verify_locations, capath='/none')
for data in ('', u'', 3, [], u'\xe9', u'x', 'broken', u'-----BEGIN CERTIFICATE-----\nabc'):
    print repr(data), raised(c.load_verify_locations, cadata=data)
print c.cert_store_stats()
print raised(c.load_verify_locations, certificate), c.cert_store_stats()
print raised(c.load_verify_locations, cadata=unicode(CERTIFICATE) * 2), c.cert_store_stats()
print [sorted(x.items()) for x in c.get_ca_certs()]
print [len(x) for x in c.get_ca_certs(binary_form=True)]
print sorted(_ssl._test_decode_cert(certificate).items())
print raised(_ssl._test_decode_cert, '/none'), raised(_ssl._test_decode_cert, key), raised(_ssl._test_decode_cert)

for name in ('1.3.6.1.5.5.7.3.1', 'serverAuth', '', 3):
    print name, raised(_ssl.txt2obj, name), raised(_ssl.txt2obj, name, True), raised(_ssl.txt2obj, name, name=0)
for number in (129, 182, 0, -1, 1000000, 'x'):
    print number, raised(_ssl.nid2obj, number)
print raised(_ssl.RAND_add, 'x', 1.5), raised(_ssl.RAND_add, u'x', 1), raised(_ssl.RAND_add, bytearray('x'), 1)
print raised(_ssl.RAND_add, 3, 1), raised(_ssl.RAND_add, 'x', 'y'), _ssl.RAND_status(), raised(_ssl.RAND_status, 1)
print raised(_ssl.get_default_verify_paths, 1), len(ssl.get_default_verify_paths())
for name in dir(_ssl):
    value = getattr(_ssl, name)
    if isinstance(value, (int, long)):
        if not name.startswith('OPENSSL'):
            print name, repr(value)
print ssl.Purpose.SERVER_AUTH, ssl.create_default_context().verify_mode
print ssl.DER_cert_to_PEM_cert(ssl.PEM_cert_to_DER_cert(CERTIFICATE)) == CERTIFICATE
