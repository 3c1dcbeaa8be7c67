/**
 * Passkeys: signing in with one, and adding one. Elements marked `data-passkey` carry the addresses and the texts.
 * Without JavaScript they stay hidden and the page says what else there is.
 */
const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
const withBytes = (credentials = []) => credentials.map((each) => ({ ...each, id: bytes(each.id) }));

async function post(address, body) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error((await response.json().catch(() => ({}))).detail);
  return response.json();
}

async function signIn(box) {
  const options = await post(box.dataset.options, {});
  const credential = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: withBytes(options.allowCredentials),
    },
  });
  const { response } = credential;
  return post(box.dataset.verify, {
    next: box.dataset.next,
    response: {
      ...common(credential),
      response: {
        clientDataJSON: text(response.clientDataJSON),
        authenticatorData: text(response.authenticatorData),
        signature: text(response.signature),
        userHandle: response.userHandle ? text(response.userHandle) : undefined,
      },
    },
  });
}

async function add(box) {
  const options = await post(box.dataset.options, {});
  const credential = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: withBytes(options.excludeCredentials),
    },
  });
  const { response } = credential;
  return post(box.dataset.verify, {
    name: box.querySelector('input')?.value ?? '',
    response: {
      ...common(credential),
      response: {
        clientDataJSON: text(response.clientDataJSON),
        attestationObject: text(response.attestationObject),
        transports: response.getTransports?.() ?? [],
      },
    },
  });
}

const common = (credential) => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  clientExtensionResults: credential.getClientExtensionResults(),
  authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
});

for (const box of document.querySelectorAll('[data-passkey]')) {
  if (!window.PublicKeyCredential) continue;
  const button = box.querySelector('button');
  const message = box.querySelector('[role="status"]');
  box.hidden = false;
  for (const other of document.querySelectorAll('[data-without-passkey]')) other.hidden = true;
  button.addEventListener('click', async () => {
    button.disabled = true;
    message.textContent = box.dataset.waiting;
    try {
      const { next } = await (box.dataset.passkey === 'add' ? add(box) : signIn(box));
      location.assign(next);
    } catch (error) {
      button.disabled = false;
      const own = error instanceof DOMException ? '' : error.message;
      message.textContent = own || box.dataset.failed;
    }
  });
}
