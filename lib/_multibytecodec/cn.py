"""The codecs of mainland China."""

from _multibytecodec import _finder

getcodec = _finder('gb2312', 'gbk', 'gb18030', 'hz')
del _finder
