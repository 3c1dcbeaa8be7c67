import type { Child } from './jsx-runtime.ts';

/**
 * The elements pages are written with and what each may carry. HTML's own attribute names (`class`, `for`).
 * There is no `style`, no `on…`, no `<style>` and no inline `<script>`: the content security policy forbids them.
 * `data-*` attributes are free, as in every JSX.
 */

type Text = string | number | null | undefined;
type Flag = boolean | undefined;

interface Aria {
  role?: string | undefined;
  'aria-label'?: Text;
  'aria-labelledby'?: Text;
  'aria-describedby'?: Text;
  'aria-current'?: boolean | 'page' | 'step' | 'date' | 'location' | 'time' | undefined;
  'aria-hidden'?: boolean | 'true' | 'false' | undefined;
  'aria-invalid'?: boolean | 'true' | 'false' | undefined;
  'aria-live'?: 'polite' | 'assertive' | 'off' | undefined;
  'aria-expanded'?: boolean | 'true' | 'false' | undefined;
  'aria-controls'?: Text;
  'aria-required'?: boolean | undefined;
  'aria-sort'?: 'ascending' | 'descending' | 'none' | undefined;
  'aria-atomic'?: boolean | undefined;
  'aria-details'?: Text;
  'aria-errormessage'?: Text;
  'aria-haspopup'?: boolean | 'menu' | 'dialog' | 'listbox' | undefined;
  'aria-busy'?: boolean | undefined;
  'aria-modal'?: boolean | undefined;
}

interface Common extends Aria {
  children?: Child;
  class?: string | undefined;
  id?: string | undefined;
  lang?: string | undefined;
  title?: Text;
  hidden?: Flag;
  tabindex?: number | undefined;
  dir?: 'ltr' | 'rtl' | 'auto' | undefined;
  translate?: 'yes' | 'no' | undefined;
  popover?: 'auto' | 'manual' | undefined;
  autofocus?: Flag;
  spellcheck?: Flag;
}

type Empty<T> = Omit<T, 'children'>;

interface Control extends Common {
  name?: string | undefined;
  form?: string | undefined;
  disabled?: Flag;
}

interface Input extends Empty<Control> {
  type?:
    | 'text'
    | 'search'
    | 'email'
    | 'url'
    | 'tel'
    | 'number'
    | 'date'
    | 'datetime-local'
    | 'time'
    | 'file'
    | 'hidden'
    | 'checkbox'
    | 'radio'
    | 'submit'
    | 'password';
  value?: Text;
  checked?: Flag;
  required?: Flag;
  readonly?: Flag;
  multiple?: Flag;
  placeholder?: Text;
  autocomplete?: string | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url' | 'tel' | 'search' | undefined;
  enterkeyhint?: string | undefined;
  pattern?: string | undefined;
  min?: Text;
  max?: Text;
  step?: Text;
  minlength?: number | undefined;
  maxlength?: number | undefined;
  size?: number | undefined;
  accept?: string | undefined;
  list?: string | undefined;
}

interface Svg extends Common {
  xmlns?: string;
  viewBox?: string;
  width?: Text;
  height?: Text;
  fill?: string;
  stroke?: string;
  'stroke-width'?: Text;
  'stroke-dasharray'?: Text;
  'stroke-linecap'?: 'round' | 'butt' | 'square';
  focusable?: 'false' | 'true';
  preserveAspectRatio?: string;
  transform?: string;
  x?: Text;
  y?: Text;
  x1?: Text;
  y1?: Text;
  x2?: Text;
  y2?: Text;
  cx?: Text;
  cy?: Text;
  r?: Text;
  rx?: Text;
  ry?: Text;
  d?: string;
  points?: string;
  href?: string;
  offset?: Text;
  'text-anchor'?: 'start' | 'middle' | 'end';
  'dominant-baseline'?: string;
  'fill-rule'?: 'evenodd' | 'nonzero';
  'clip-rule'?: 'evenodd' | 'nonzero';
}

type Plain =
  | 'article aside b body bdi br caption cite code dd dfn div dl dt em fieldset figcaption figure footer h1 h2 h3 h4 h5 h6'
  | 'head header hgroup hr i kbd legend main mark nav noscript p pre s samp search section small span strong sub summary'
  | 'sup table tbody tfoot thead tr u var wbr';

type Words<S extends string> = S extends `${infer Head} ${infer Tail}` ? Head | Words<Tail> : S;
type SvgShapes =
  'g path circle ellipse rect line polyline polygon text tspan title desc defs symbol use clipPath linearGradient stop';

type PlainElements = { [Name in Exclude<Words<Plain>, 'fieldset'>]: Common };
type SvgElements = { [Name in Exclude<Words<SvgShapes>, 'title'>]: Svg };

export interface Elements extends PlainElements, SvgElements {
  html: Common;
  title: Common;
  meta: {
    charset?: string;
    name?: string;
    content?: Text;
    'http-equiv'?: string;
    property?: string;
    media?: string;
  };
  link: {
    rel: string;
    href: string;
    type?: string;
    as?: string;
    crossorigin?: 'anonymous' | true;
    blocking?: 'render';
    media?: string;
    sizes?: string;
    hreflang?: string | undefined;
    title?: Text;
  };
  script: { src: string; type?: 'module'; defer?: Flag; async?: Flag; integrity?: string };
  base: { href: string };
  a: Common & {
    href?: string | undefined;
    rel?: string | undefined;
    target?: '_blank' | '_self' | undefined;
    download?: string | boolean | undefined;
    hreflang?: string | undefined;
    type?: string | undefined;
  };
  abbr: Common;
  address: Common;
  blockquote: Common & { cite?: string };
  q: Common & { cite?: string };
  del: Common & { datetime?: string };
  ins: Common & { datetime?: string };
  time: Common & { datetime?: string };
  data: Common & { value: Text };
  ol: Common & { start?: number; reversed?: Flag; type?: '1' | 'a' | 'A' | 'i' | 'I' };
  ul: Common;
  menu: Common;
  li: Common & { value?: number };
  img: Empty<Common> & {
    src: string;
    alt: string;
    width?: Text;
    height?: Text;
    loading?: 'lazy' | 'eager';
    decoding?: 'async' | 'auto' | 'sync';
    srcset?: string;
    sizes?: string;
  };
  picture: Common;
  source: { src?: string; srcset?: string; type?: string; media?: string };
  svg: Svg;
  col: Empty<Common> & { span?: number };
  colgroup: Common & { span?: number };
  td: Common & { colspan?: number | undefined; rowspan?: number | undefined; headers?: string };
  th: Common & {
    scope?: 'col' | 'row' | 'colgroup' | 'rowgroup' | undefined;
    colspan?: number | undefined;
    rowspan?: number | undefined;
    abbr?: string;
  };
  form: Common & {
    action?: string | undefined;
    method?: 'get' | 'post' | 'dialog' | undefined;
    enctype?: 'multipart/form-data' | 'application/x-www-form-urlencoded' | undefined;
    autocomplete?: 'on' | 'off' | undefined;
    novalidate?: Flag;
    name?: string | undefined;
    target?: '_blank' | undefined;
  };
  fieldset: Control;
  label: Common & { for?: string | undefined };
  input: Input;
  button: Control & {
    type?: 'submit' | 'button' | 'reset' | undefined;
    value?: Text;
    formaction?: string | undefined;
    formmethod?: 'get' | 'post' | 'dialog' | undefined;
    formnovalidate?: Flag;
    popovertarget?: string | undefined;
    popovertargetaction?: 'show' | 'hide' | 'toggle' | undefined;
    command?: string | undefined;
    commandfor?: string | undefined;
  };
  select: Control & {
    required?: Flag;
    multiple?: Flag;
    size?: number | undefined;
    autocomplete?: string | undefined;
  };
  datalist: Common;
  optgroup: Common & { label: string; disabled?: Flag };
  option: Common & { value?: Text; selected?: Flag; disabled?: Flag; label?: string };
  textarea: Control & {
    rows?: number | undefined;
    cols?: number | undefined;
    required?: Flag;
    readonly?: Flag;
    placeholder?: Text;
    minlength?: number | undefined;
    maxlength?: number | undefined;
    autocomplete?: string | undefined;
    wrap?: 'soft' | 'hard' | undefined;
  };
  output: Common & { for?: string; name?: string };
  progress: Common & { value?: Text; max?: Text };
  meter: Common & { value: Text; min?: Text; max?: Text; low?: Text; high?: Text; optimum?: Text };
  details: Common & { open?: Flag; name?: string };
  dialog: Common & { open?: Flag; closedby?: 'any' | 'closerequest' | 'none' };
  template: Common;
  iframe: never;
}
