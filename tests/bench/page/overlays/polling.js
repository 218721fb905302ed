// No observer: everything is read again twice a second.
setInterval(() => showRows(readRows()), 500)
