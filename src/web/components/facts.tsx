import type { Child, Html } from '../jsx/jsx-runtime.ts';
import { Icon } from './icon.tsx';

/** Names and values of one thing. Pairs whose value is null or undefined are left out. */
export function Facts({ facts }: { facts: readonly (readonly [label: string, value: Child])[] }): Html {
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
        .map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

interface EmptyStateProps {
  /** What is not there. */
  title: string;
  /** Why, and what fills it. */
  why: Child;
  /** A `LinkButton` that fills it, for those who may. */
  action?: Child;
}

/** An empty list that says why it is empty and what fills it. */
export function EmptyState({ title, why, action }: EmptyStateProps): Html {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      <p>{why}</p>
      {action && <div class="actions">{action}</div>}
    </div>
  );
}

/** Something that opens on demand; works everywhere. */
export function Details({
  summary,
  open,
  children,
}: {
  summary: Child;
  open?: boolean | undefined;
  children?: Child;
}): Html {
  return (
    <details class="details" open={open}>
      <summary>
        <Icon name="chevron-right" />
        <span>{summary}</span>
      </summary>
      <div class="details-content">{children}</div>
    </details>
  );
}

interface DialogProps {
  /** A `Button` with `opens` set to it opens the dialog. */
  id: string;
  title: string;
  /** The word on the button that closes it. */
  close: string;
  children?: Child;
}

/** A small window above the page, opened by `<Button opens={id}>`; needs no JavaScript. Never the only way to a form. */
export function Dialog({ id, title, close, children }: DialogProps): Html {
  return (
    <div class="dialog" id={id} popover="auto" role="dialog" aria-labelledby={`${id}-title`}>
      <div class="dialog-top">
        <h2 id={`${id}-title`}>{title}</h2>
        <button
          type="button"
          class="ds-button"
          data-variant="tertiary"
          popovertarget={id}
          popovertargetaction="hide"
        >
          <Icon name="cross" label={close} />
        </button>
      </div>
      {children}
    </div>
  );
}

export interface Happening {
  readonly when: Html;
  readonly title: Child;
  readonly who?: Child;
  /** More about it, below. */
  readonly text?: Child;
  /** A strong mark: a decision, say. */
  readonly strong?: boolean | undefined;
}

/** What happened, in the order given. */
export function Timeline({ items, label }: { items: readonly Happening[]; label: string }): Html {
  return (
    <ol class="timeline" aria-label={label}>
      {items.map((item) => (
        <li class={item.strong ? 'strong' : undefined}>
          <p class="timeline-when">{item.when}</p>
          <div class="timeline-title">{item.title}</div>
          {item.who && <p class="muted">{item.who}</p>}
          {item.text && <div class="timeline-text">{item.text}</div>}
        </li>
      ))}
    </ol>
  );
}
