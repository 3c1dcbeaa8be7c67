import { raw } from '../jsx/jsx-runtime.ts';
import type { Html } from '../jsx/jsx-runtime.ts';
import { icons } from './icons.ts';

export type IconName = keyof typeof icons;

/**
 * One icon, drawn in the colour and size of the text around it. Decoration unless `label` is given;
 * a sign that carries meaning stands beside a word.
 */
export function Icon({ name, label }: { name: IconName; label?: string | undefined }): Html {
  if (label !== undefined)
    return (
      <svg class="icon" viewBox="0 0 24 24" role="img" aria-label={label} focusable="false">
        {raw(icons[name])}
      </svg>
    );
  let drawn = decorations.get(name);
  if (drawn === undefined) decorations.set(name, (drawn = <Decoration name={name} />));
  return drawn;
}

/** Icons as they were written once: a list shows the same few hundreds of times. */
const decorations = new Map<IconName, Html>();

function Decoration({ name }: { name: IconName }): Html {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {raw(icons[name])}
    </svg>
  );
}
