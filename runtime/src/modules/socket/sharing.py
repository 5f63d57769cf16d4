# Says who uses a socket of the system. Objects of the library, sockets and files, share one, and when
# they are closed they only forget it: the last to do so is to close it. Without reference counts that
# has to be said.
#
# An encrypted socket is made of a plain one, which programs forget about then: who closes the one means both.

def adapt(library, native, modules):
    def encrypted(socket):
        kind = getattr(modules.get('ssl'), 'SSLSocket', None)
        return kind is not None and isinstance(socket, kind)

    def begins(init):
        def __init__(self, *args, **keywords):
            init(self, *args, **keywords)
            if isinstance(self._sock, native):
                self._sock._use()
        __init__.__doc__ = init.__doc__
        return __init__

    def ends(close):
        def wrapped(self, *args, **keywords):
            shared = self._sock
            try:
                return close(self, *args, **keywords)
            finally:
                if isinstance(shared, native):
                    shared._drop(2 if encrypted(self) else 1)
        wrapped.__name__ = close.__name__
        wrapped.__doc__ = close.__doc__
        return wrapped

    for kind in library._socketobject, library._fileobject:
        kind.__init__ = begins(kind.__dict__['__init__'])
        kind.close = ends(kind.__dict__['close'])
