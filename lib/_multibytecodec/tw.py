"""The codecs of Taiwan."""

from _multibytecodec import _finder

getcodec = _finder('big5', 'cp950')
del _finder
