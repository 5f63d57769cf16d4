"""The codecs of Korea."""

from _multibytecodec import _finder

getcodec = _finder('cp949', 'euc_kr', 'johab')
del _finder
