import type { Html } from '../jsx/jsx-runtime.ts';
import type { Page } from '../page.ts';

/** The name of the software and of the community it runs for; leads home. */
export function Brand({ page }: { page: Page }): Html {
  return (
    <a class="brand" href={page.href('/')}>
      <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect class="brand-field" width="32" height="32" rx="7" />
        <path class="brand-hill" d="M0 21c6-5 12-5 18-1s10 3 14 0v5a7 7 0 0 1-7 7H7a7 7 0 0 1-7-7z" />
        <circle class="brand-sun" cx="22" cy="10" r="4" />
      </svg>
      <span class="brand-names">
        <span class="brand-name">Fælled</span> <span class="brand-community">{page.community.name}</span>
      </span>
    </a>
  );
}
