/** Made by scripts/build-css.ts: the addresses of the static files, with a mark that changes with their content. */
export const assets = {
  css: '/assets/faelled.css?v=09092eafd5',
  js: '/assets/faelled.js?v=a51efd2955',
  passkey: '/assets/passkey.js?v=8f0ca90ba2',
  font: '/assets/inter-latin.woff2',
  icon: '/assets/faelled.svg?v=1fec092826',
} as const;
