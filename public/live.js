/**
 * Follows a running meeting: sentences marked `data-live` are kept up to date, and the line marked `data-live-from` says
 * when there is more to see. Nothing moves by itself. Without JavaScript the page is reloaded by hand.
 */
const line = document.querySelector('[data-live-from]');
const lang = document.documentElement.lang === 'en' ? 'en' : 'da';
let shape = null;

const source = new EventSource(line.dataset.liveFrom);
source.addEventListener('message', ({ data }) => {
  const state = JSON.parse(data);
  for (const [name, text] of Object.entries(state[lang]))
    for (const place of document.querySelectorAll(`[data-live="${CSS.escape(name)}"]`))
      if (place.textContent.trim() !== text) place.textContent = text;
  shape ??= state.shape;
  if (state.shape !== shape) line.firstElementChild.hidden = false;
});
addEventListener('pagehide', () => source.close());
