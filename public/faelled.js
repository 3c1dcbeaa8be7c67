/**
 * What pages gain when JavaScript runs. Everything works without it.
 * Drafts: forms marked `data-draft` keep what is typed in this tab until it has been sent, and say so when they bring it back.
 */
const prefix = 'faelled-draft:';
const store = (() => {
  try {
    return window.sessionStorage;
  } catch {
    return null; // storage is shut off in this browser
  }
})();

const keyOf = (form) => `${prefix}${form.id}:${form.getAttribute('action')}`;

const fieldsOf = (form) =>
  [...form.elements].filter(
    (field) =>
      field.name &&
      !['hidden', 'file', 'password', 'submit', 'button'].includes(field.type) &&
      !field.autocomplete?.startsWith('one-time'),
  );

const stateOf = (form) =>
  fieldsOf(form).map((field) =>
    ['radio', 'checkbox'].includes(field.type)
      ? [field.name, field.value, field.checked]
      : [field.name, field.value],
  );

function save(form, sent) {
  try {
    store?.setItem(keyOf(form), JSON.stringify({ sent, fields: stateOf(form) }));
  } catch {
    // the storage is full: the form still works
  }
}

function restore(form, fields) {
  const now = fieldsOf(form);
  if (now.length !== fields.length || now.some((field, index) => field.name !== fields[index][0]))
    return false;
  now.forEach((field, index) => {
    const [, value, checked] = fields[index];
    if (checked === undefined) field.value = value;
    else field.checked = checked;
  });
  return true;
}

function showNote(form, before) {
  const note = document.createElement('div');
  note.className = 'draft-note';
  note.setAttribute('role', 'status');
  const text = document.createElement('span');
  text.textContent = form.dataset.restored;
  const discard = document.createElement('button');
  discard.type = 'button';
  discard.className = 'ds-button';
  discard.dataset.variant = 'tertiary';
  discard.dataset.small = '';
  discard.textContent = form.dataset.discard;
  discard.addEventListener('click', () => {
    restore(form, before);
    store?.removeItem(keyOf(form));
    note.remove();
    fieldsOf(form)[0]?.focus();
  });
  note.append(text, discard);
  form.prepend(note);
}

const forms = [...document.querySelectorAll('form[data-draft]')];
const here = new Set(forms.map(keyOf));
const succeeded = document.querySelector('[data-flash="success"]') !== null;

/** A draft that was sent is done with when the answer was a success, or a page without its form. */
if (store)
  for (const key of Object.keys(store).filter((name) => name.startsWith(prefix)))
    if (JSON.parse(store.getItem(key)).sent && (succeeded || !here.has(key))) store.removeItem(key);

for (const form of forms) {
  const draft = JSON.parse(store?.getItem(keyOf(form)) ?? 'null');
  const before = stateOf(form);
  if (
    draft &&
    !('problems' in form.dataset) &&
    JSON.stringify(draft.fields) !== JSON.stringify(before) &&
    restore(form, draft.fields)
  )
    showNote(form, before);
  form.addEventListener('input', () => save(form, false));
  form.addEventListener('change', () => save(form, false));
  form.addEventListener('submit', () => save(form, true));
}

/** One press sends once. Coming back to the page opens the form again. */
for (const form of document.querySelectorAll('form[method="post"]'))
  form.addEventListener('submit', (event) => {
    if (form.ariaBusy === 'true') event.preventDefault();
    form.ariaBusy = 'true';
    if (form.action.endsWith('/sign-out')) store?.clear();
  });
addEventListener('pageshow', () =>
  document.querySelectorAll('form[aria-busy]').forEach((form) => (form.ariaBusy = null)),
);

/** Pages of a running meeting follow it. */
if (document.querySelector('[data-live-from]')) import('./live.js');

/** Items of an agenda are turned over by key. */
if (document.querySelector('[data-item-steps]')) import('./item-keys.js');

/** What went wrong is read first. */
document.querySelector('[data-focus]')?.focus();
