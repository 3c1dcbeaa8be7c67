import { assets } from './assets.ts';
import { commonWords } from './common-words.ts';
import { Footer } from './components/footer.tsx';
import { Header } from './components/header.tsx';
import type { NavArea } from './components/header.tsx';
import { Icon } from './components/icon.tsx';
import { Notice } from './components/notice.tsx';
import type { NoticeTone } from './components/notice.tsx';
import { raw } from './jsx/jsx-runtime.ts';
import type { Child, Html } from './jsx/jsx-runtime.ts';
import type { Page } from './page.ts';

export interface Crumb {
  readonly href: string;
  readonly label: string;
}

/** A word about what just happened, on top of the page. */
export interface Flash {
  readonly tone: NoticeTone;
  readonly says: Child;
}

export interface LayoutProps {
  readonly page: Page;
  /** The page's own name; the community's name is added. */
  readonly title: string;
  /** Lists that use a wide screen; without it the content keeps a readable width. */
  readonly wide?: boolean | undefined;
  /** The pages above this one, outermost first; hrefs without language prefix. */
  readonly breadcrumb?: readonly Crumb[] | undefined;
  readonly flash?: Flash | null | undefined;
  /** The entry of the main menu the page belongs to, where its address does not say so. */
  readonly area?: NavArea | undefined;
  readonly children?: Child;
}

/**
 * The whole document around a page. Needs no inline script or style. Browsers that know `expect` show it when all of it
 * is there, so that no table moves while its rows arrive.
 */
export function Layout({ page, title, wide, breadcrumb, flash, area, children }: LayoutProps): Html {
  const words = commonWords(page.lang);
  return (
    <>
      {raw('<!doctype html>\n')}
      <html lang={page.lang} data-color-scheme="auto" data-size="sm">
        <head>
          <meta charset="utf-8" />
          <title>{[...new Set([title, page.community.name, 'Fælled'])].join(' – ')}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <link rel="expect" href="#end" blocking="render" />
          <link rel="preload" href={assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
          <link rel="stylesheet" href={assets.css} />
          <link rel="icon" href={assets.icon} type="image/svg+xml" />
          <script type="module" src={assets.js} />
        </head>
        <body>
          <a class="skip-link" href="#main">
            {words.skip}
          </a>
          <Header page={page} area={area} />
          {breadcrumb && breadcrumb.length > 0 && <Breadcrumb page={page} crumbs={breadcrumb} />}
          <main id="main" class={wide ? 'page page-wide' : 'page'} tabindex={-1}>
            {flash && (
              <div class="flash" data-flash={flash.tone} role="status">
                <Notice lang={page.lang} tone={flash.tone}>
                  {flash.says}
                </Notice>
              </div>
            )}
            {children}
          </main>
          <Footer page={page} />
          <div id="end" hidden />
        </body>
      </html>
    </>
  );
}

function Breadcrumb({ page, crumbs }: { page: Page; crumbs: readonly Crumb[] }): Html {
  return (
    <nav class="breadcrumb" aria-label={commonWords(page.lang).youAreHere}>
      <ol>
        {crumbs.map((crumb) => (
          <li>
            <a href={page.href(crumb.href)}>{crumb.label}</a>
            <Icon name="chevron-right" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
