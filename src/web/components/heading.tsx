import type { Child, Html } from '../jsx/jsx-runtime.ts';

interface PageHeadingProps {
  title: Child;
  /** What kind of thing the page is about, in a word or two, above the title. */
  kicker?: Child;
  /** One or two sentences below the title. */
  lead?: Child;
  /** Badges beside the title. */
  tags?: Child;
  /** Buttons to the right; one of them primary at most. */
  actions?: Child;
}

/** The page's one `h1`. */
export function PageHeading({ title, kicker, lead, tags, actions }: PageHeadingProps): Html {
  return (
    <div class="page-heading">
      <div class="page-heading-text">
        {kicker && <p class="kicker">{kicker}</p>}
        <div class="page-title">
          <h1>{title}</h1>
          {tags && <div class="tags">{tags}</div>}
        </div>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {actions && <div class="actions">{actions}</div>}
    </div>
  );
}

interface SectionProps {
  title: Child;
  /** Makes the section a target for links, and names it to assistive technology. */
  id?: string | undefined;
  /** 2 unless the section stands inside another. */
  level?: 2 | 3 | 4 | undefined;
  intro?: Child;
  actions?: Child;
  /** A frame around it: for things that are one unit, a case or a form. */
  card?: boolean | undefined;
  children?: Child;
}

/** A part of a page under a heading. */
export function Section({ title, id, level = 2, intro, actions, card, children }: SectionProps): Html {
  const heading = level === 2 ? <h2>{title}</h2> : level === 3 ? <h3>{title}</h3> : <h4>{title}</h4>;
  return (
    <section class={card ? 'section card' : 'section'} id={id}>
      <div class="section-heading">
        {heading}
        {actions && <div class="actions">{actions}</div>}
      </div>
      {intro && <p class="section-intro">{intro}</p>}
      {children}
    </section>
  );
}

/** Blocks side by side where there is room, below each other where not. */
export function Columns({ children, aside }: { children?: Child; aside?: boolean | undefined }): Html {
  return <div class={aside ? 'columns columns-aside' : 'columns'}>{children}</div>;
}
