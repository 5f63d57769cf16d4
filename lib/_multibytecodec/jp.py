"""The codecs of Japan."""

from _multibytecodec import _finder

getcodec = _finder('cp932', 'euc_jp', 'shift_jis')
del _finder
