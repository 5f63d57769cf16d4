# What describes attributes that programs print in help texts.
print file.closed.__doc__
print file.name.__doc__
print (i for i in ()).next.__doc__
print iter([]).next.__doc__
