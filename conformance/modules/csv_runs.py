# Fields are read by runs of plain bytes: what ends a run, in each state.
import csv


def show(lines, **options):
    try:
        for row in csv.reader(lines, **options):
            print row
    except csv.Error as e:
        print 'Error:', e


show(['abc,def,"g h",i"j"k', 'l\rm', '"n', 'o"",p",q'])
show(['abc\ndef'])
show(['ab\\,c,d\\e,"f\\"g\\,h"'], escapechar='\\')
show(["'a''b',c'd"], quotechar="'")
show(['"a,b",c'], quoting=csv.QUOTE_NONE)
show(['"a"b,c'], doublequote=False)
show(['"a""b",c'], doublequote=False)
show(['"a"b,c'], strict=True)
show(['1.5,"x",20'], quoting=csv.QUOTE_NONNUMERIC)
show(['abc\0def,g'])
show(['"abc\0def",g'])
show(['a;b c; d'], delimiter=';', skipinitialspace=True)
old = csv.field_size_limit(5)
show(['abcde,f', 'abcdef,g'])
show(['"abcde",f', '"abcdef",g'])
csv.field_size_limit(old)
