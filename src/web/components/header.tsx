import { commonWords } from '../common-words.ts';
import type { Html } from '../jsx/jsx-runtime.ts';
import { localHref } from '../page.ts';
import type { Page } from '../page.ts';
import { Brand } from './brand.tsx';
import { Icon } from './icon.tsx';

const areas = {
  home: '/',
  projects: '/projects',
  products: '/products',
  cases: '/cases',
  meetings: '/meetings',
  bodies: '/bodies',
  rulebook: '/rulebook',
  members: '/members',
  journal: '/journal',
} as const;
export type NavArea = keyof typeof areas;

function areaOf(path: string): NavArea | null {
  const bare = path.split('?')[0]!;
  for (const [area, address] of Object.entries(areas))
    if (bare === address || (address !== '/' && bare.startsWith(`${address}/`))) return area as NavArea;
  return null;
}

/** The top of every page: name, main menu, search, language, person. The menus need no JavaScript. */
export function Header({ page, area }: { page: Page; area?: NavArea | undefined }): Html {
  const words = commonWords(page.lang);
  const other = page.lang === 'da' ? 'en' : 'da';
  return (
    <header class="header">
      {page.community.demo && (
        <p class="demo">
          <span>
            <strong>{words.demoTitle}</strong> {words.demoText}
          </span>
          {!page.viewer && <a href={page.href('/sign-in')}>{words.demoSignIn}</a>}
        </p>
      )}
      <div class="header-top">
        <Brand page={page} />
        <div class="header-tools">
          <a class="tool" href={localHref(other, page.path)} hreflang={other} lang={other}>
            {words.otherLanguage}
          </a>
          <PersonMenu page={page} />
          <button type="button" class="tool menu-button" popovertarget="main-menu">
            <Icon name="menu" />
            {words.menu}
            {page.waiting > 0 && <span class="sr-only">{`, ${words.waiting(page.waiting)}`}</span>}
            {page.waiting > 0 && (
              <span class="count" aria-hidden="true">
                {page.waiting}
              </span>
            )}
          </button>
        </div>
      </div>
      <div class="main-menu" id="main-menu" popover="auto">
        <button type="button" class="tool menu-close" popovertarget="main-menu" popovertargetaction="hide">
          <Icon name="cross" />
          {words.close}
        </button>
        <nav aria-label={words.mainMenu}>
          <ul>
            {Object.entries(areas).map(([name, address]) => (
              <NavItem
                page={page}
                area={name as NavArea}
                address={address}
                current={(area ?? areaOf(page.path)) === name}
              />
            ))}
          </ul>
        </nav>
        <form class="search" method="get" action={page.href('/search')} role="search">
          <label class="sr-only" for="search">
            {words.searchLabel}
          </label>
          <input
            id="search"
            name="q"
            type="search"
            class="ds-input"
            placeholder={words.search}
            maxlength={200}
          />
          <button type="submit" class="ds-button" data-variant="tertiary">
            <Icon name="search" label={words.search} />
          </button>
        </form>
      </div>
    </header>
  );
}

interface NavItemProps {
  page: Page;
  area: NavArea;
  address: string;
  current: boolean;
}

function NavItem({ page, area, address, current }: NavItemProps): Html {
  const words = commonWords(page.lang);
  return (
    <li>
      <a href={page.href(address)} aria-current={current ? 'page' : undefined}>
        {words[area]}
        {area === 'home' && page.waiting > 0 && (
          <>
            <span class="count" aria-hidden="true">
              {page.waiting}
            </span>
            <span class="sr-only">{`, ${words.waiting(page.waiting)}`}</span>
          </>
        )}
      </a>
    </li>
  );
}

function PersonMenu({ page }: { page: Page }): Html {
  const words = commonWords(page.lang);
  if (!page.viewer)
    return (
      <a class="tool tool-primary" href={page.href('/sign-in')}>
        {words.signIn}
      </a>
    );
  return (
    <>
      <button type="button" class="tool person-button" popovertarget="person-menu">
        <Icon name="person" />
        <span class="person-name">{page.viewer.name}</span>
        <Icon name="chevron-down" />
      </button>
      <div class="person-menu" id="person-menu" popover="auto">
        <p>
          {words.signedInAs} <strong>{page.viewer.name}</strong>
        </p>
        <a href={page.href(`/people/${page.viewer.id}`)}>{words.myPage}</a>
        <a href={page.href('/people')}>{words.people}</a>
        <form method="post" action={page.href('/sign-out')}>
          <button type="submit" class="ds-button" data-variant="secondary">
            <Icon name="leave" />
            {words.signOut}
          </button>
        </form>
      </div>
    </>
  );
}
