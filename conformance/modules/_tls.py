# A certificate for localhost, made for these tests, its key, and the key with the password "secret".

import socket
import ssl
import tempfile
import threading

CERTIFICATE = '''\
-----BEGIN CERTIFICATE-----
MIIClzCCAj6gAwIBAgICAaswCgYIKoZIzj0EAwIwMzELMAkGA1UEBhMCWFkxEDAO
BgNVBAoMB0V4YW1wbGUxEjAQBgNVBAMMCWxvY2FsaG9zdDAgFw0wMDAxMDEwMDAw
MDBaGA8yMTAwMDEwMTAwMDAwMFowMzELMAkGA1UEBhMCWFkxEDAOBgNVBAoMB0V4
YW1wbGUxEjAQBgNVBAMMCWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEH
A0IABCp4ZD8NK0dBVcr5Q1CNCOmMUANNRZyTSKGlgHit0xC6L3YUBlGeYPzOM0S+
BJG0aPSsyik2iue79oUAOp6cTXejggE+MIIBOjAMBgNVHRMEBTADAQH/MIGGBgNV
HREEfzB9gglsb2NhbGhvc3SCDSouZXhhbXBsZS5vcmeHBH8AAAGHEAAAAAAAAAAA
AAAAAAAAAAGBDWFAZXhhbXBsZS5vcmeGE2h0dHA6Ly9leGFtcGxlLm9yZy+IAyoD
BKQgMB4xCzAJBgNVBAYTAlhZMQ8wDQYDVQQDDAZ3aXRoaW4wWAYIKwYBBQUHAQEE
TDBKMCQGCCsGAQUFBzABhhhodHRwOi8vb2NzcC5leGFtcGxlLm9yZy8wIgYIKwYB
BQUHMAKGFmh0dHA6Ly9jYS5leGFtcGxlLm9yZy8wKAYDVR0fBCEwHzAdoBugGYYX
aHR0cDovL2NybC5leGFtcGxlLm9yZy8wHQYDVR0OBBYEFMMf6pZzj0btOMgOcNLC
sHnA7k3nMAoGCCqGSM49BAMCA0cAMEQCIDSFRFP+NoY57CvM/KSgLHHZIA8BH3AF
jUCuIRn7u7I6AiAQGQPTFACZeyqdPDaTAFv/2ooyKVOIvdfcSmYB373BGA==
-----END CERTIFICATE-----
'''

KEY = '''\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQghE6NU/YPn353nuYL
noFuDfHoFwAO0kY94dX+S6rc37ehRANCAAQqeGQ/DStHQVXK+UNQjQjpjFADTUWc
k0ihpYB4rdMQui92FAZRnmD8zjNEvgSRtGj0rMopNornu/aFADqenE13
-----END PRIVATE KEY-----
'''

LOCKED_KEY = '''\
-----BEGIN EC PRIVATE KEY-----
Proc-Type: 4,ENCRYPTED
DEK-Info: AES-128-CBC,FF3E2067615ED3C12AFF5E580294B682

nNbHHWOrMltrf/wIAPfgqysVOEPssTu5BSA/26Nos4ooighy05lIWzIMmWCCmiyl
8y2eFuqX1TKVNtI6pQR7P5RUuBLPc+nEugarRLNthXkM2dtt2KO36fz8jALlulds
fzwCE7WDJtJKO43xxu/McKTC1qRzrUsowlem4lJcw/A=
-----END EC PRIVATE KEY-----
'''

files = []


def saved(text):
    """The name of a file with this text, which is there until the end."""
    f = tempfile.NamedTemporaryFile()
    f.write(text)
    f.flush()
    files.append(f)
    return f.name


def server_context():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS)
    context.load_cert_chain(saved(CERTIFICATE), saved(KEY))
    return context


def client_context():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS)
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(cadata=unicode(CERTIFICATE))
    return context


def raised(function, *args, **keywords):
    """The name of the exception's class, and its arguments."""
    try:
        return function(*args, **keywords)
    except Exception as e:
        return type(e).__name__, e.args


def pair():
    """Two connected sockets."""
    listener = socket.socket()
    listener.bind(('127.0.0.1', 0))
    listener.listen(1)
    client = socket.create_connection(listener.getsockname())
    server, _ = listener.accept()
    listener.close()
    return client, server


def connect(client_context, server_context, name='localhost'):
    """Both ends after the handshake, or what was raised instead."""
    client, server = pair()
    ends = {}

    def serve():
        ends['server'] = raised(server_context.wrap_socket, server, server_side=True)

    thread = threading.Thread(target=serve)
    thread.start()
    ends['client'] = raised(client_context.wrap_socket, client, server_hostname=name)
    thread.join()
    return ends['client'], ends['server']
