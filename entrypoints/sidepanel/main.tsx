document.title = 'Ringside';
