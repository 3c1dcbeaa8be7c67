/** The next and previous item of an agenda by key. Single keys can be turned off, and this browser remembers it. */
for (const steps of document.querySelectorAll('[data-item-steps]')) {
  const kept = (() => {
    try {
      return window.localStorage;
    } catch {
      return null; // storage is shut off in this browser
    }
  })();
  const box = steps.querySelector('input');
  box.checked = kept?.getItem('faelled-keys') !== 'off';
  box.addEventListener('change', () => kept?.setItem('faelled-keys', box.checked ? 'on' : 'off'));
  box.closest('label').dataset.ready = '';
  const way = { j: 'next', ArrowRight: 'next', k: 'prev', ArrowLeft: 'prev' };
  addEventListener('keydown', (event) => {
    const typing = event.target.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable]');
    if (!box.checked || typing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const to = way[event.key];
    if (to) steps.querySelector(`a[rel=${to}]`)?.click();
  });
}
