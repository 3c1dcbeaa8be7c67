import type { Child, Html } from '../jsx/jsx-runtime.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

type Variant = 'primary' | 'secondary' | 'tertiary';

interface Look {
  /** One primary a page: the thing to do here. */
  variant?: Variant | undefined;
  /** `danger` for what cannot be undone. */
  tone?: 'danger' | undefined;
  icon?: IconName | undefined;
  small?: boolean | undefined;
  children?: Child;
}

interface ButtonProps extends Look {
  name?: string | undefined;
  value?: string | undefined;
  /** Sends the form to another address: "Preview" beside "Decide". */
  formaction?: string | undefined;
  /** Opens the dialog with this id. */
  opens?: string | undefined;
  form?: string | undefined;
}

/** A button that sends its form, or opens a dialog. */
export function Button({
  variant = 'primary',
  tone,
  icon,
  small,
  name,
  value,
  formaction,
  opens,
  form,
  children,
}: ButtonProps): Html {
  return (
    <button
      type={opens === undefined ? 'submit' : 'button'}
      class="ds-button"
      data-variant={variant}
      data-color={tone}
      data-small={small}
      name={name}
      value={value}
      formaction={formaction}
      popovertarget={opens}
      form={form}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

interface LinkButtonProps extends Look {
  /** Complete address, from `page.href`. */
  href: string;
  download?: boolean | undefined;
}

/** A link that looks like a button: leads to a page where something is done. */
export function LinkButton({
  href,
  variant = 'secondary',
  tone,
  icon,
  small,
  download,
  children,
}: LinkButtonProps): Html {
  return (
    <a
      class="ds-button"
      href={href}
      data-variant={variant}
      data-color={tone}
      data-small={small}
      download={download}
    >
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
