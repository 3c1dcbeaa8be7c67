/** Made by scripts/build-css.ts: the addresses of the static files, with a mark that changes with their content. */
export const assets = {
  css: '/assets/faelled.css',
  js: '/assets/faelled.js',
  font: '/assets/inter-latin.woff2',
  icon: '/assets/faelled.svg',
} as const;
