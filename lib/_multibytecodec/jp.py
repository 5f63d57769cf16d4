"""The codecs of Japan."""

from _multibytecodec import _finder

getcodec = _finder('cp932', 'euc_jis_2004', 'euc_jisx0213', 'euc_jp', 'shift_jis', 'shift_jis_2004', 'shift_jisx0213')
del _finder
