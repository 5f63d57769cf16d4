"""The codec of Hong Kong."""

from _multibytecodec import _finder

getcodec = _finder('big5hkscs')
del _finder
