// As fresh as an observer: half of its period is about what Margin Brake takes.
setInterval(() => showRows(readRows()), 50)
