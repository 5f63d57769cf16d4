# Half a surrogate pair at the end of a run of base64 in UTF-7.
for data in ('a+2AE-b', 'a+2AE\xe1b', 'a+2AE', 'a+2AEA-b', 'a+2AH-b', 'a+IKzYAQ-b', 'a+IKzYAQ\xe1b',
             'a+IKzYAQA-b', 'a+IKzYAd-b', 'a+IKwgrNgB-b', 'a+IKwgrNgB\xe1b', 'a+IKwgrNgB', 'a+2AE b', 'a+2AE+b',
             'a+2AE~b', 'a+2AE\\b', 'a+2AHcAA-'):
    print repr(data), repr(data.decode('utf-7', 'replace')), repr(data.decode('utf-7', 'ignore')),
    try:
        print repr(data.decode('utf-7'))
    except UnicodeDecodeError as e:
        print e.start, e.end, e.reason
