import { commonWords } from '../common-words.ts';
import type { Html } from '../jsx/jsx-runtime.ts';
import type { Page } from '../page.ts';

/** The foot of every page. The software's own source link is `/source`, which the operator can point elsewhere. */
export function Footer({ page }: { page: Page }): Html {
  const words = commonWords(page.lang);
  return (
    <footer class="footer">
      <p>
        <strong>Fælled</strong> <span class="muted">{words.licence}</span>
      </p>
      <nav aria-label={words.footer}>
        <ul>
          <li>
            <a href={page.href(`/rulebook/${page.community.edition}`)}>
              {words.edition(page.community.edition)}
            </a>
          </li>
          <li>
            <a href={page.href('/was')}>{words.accessibility}</a>
          </li>
          <li>
            <a href="/api/v1/openapi.json">{words.api}</a>
          </li>
          <li>
            <a href={page.href('/source')}>{words.source}</a>
          </li>
        </ul>
      </nav>
    </footer>
  );
}
