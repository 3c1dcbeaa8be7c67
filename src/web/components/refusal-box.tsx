import { anchorOf } from '../../../rulebook/anchor.ts';
import { editionById } from '../../../rulebook/editions.ts';
import type { Refusal } from '../../../rulebook/rule.ts';
import { commonWords } from '../common-words.ts';
import type { Html } from '../jsx/jsx-runtime.ts';
import type { Page } from '../page.ts';
import { Icon } from './icon.tsx';

interface RuleLinkProps {
  page: Page;
  edition: string;
  rule: string;
  /** Section and page of the source, shown after the rule. */
  source?: { readonly section: string; readonly page?: string | undefined };
}

/**
 * A link to a rule in the readable rulebook, with its place in the source: a requirement by its short name, what people
 * do not know by a name by what it is about. A rule of the software's own, which no
 * edition holds, is named without a link.
 */
export function RuleLink({ page, edition, rule, source }: RuleLinkProps): Html {
  const words = commonWords(page.lang);
  const place = source ? `, ${source.section}${source.page ? `, ${words.page(source.page)}` : ''}` : '';
  const known = editionById(edition);
  const anchor = known && anchorOf(known, rule);
  const [kind = ''] = rule.split('.');
  const name = (anchor && words.ruleOf[kind]) ?? `${words.rule} ${rule}`;
  const named = <span>{`${name} (${edition}${place})`}</span>;
  return anchor ? (
    <a class="rule-link" href={page.href(`/rulebook/${edition}#${anchor}`)}>
      <Icon name="rule" />
      {named}
    </a>
  ) : (
    <span class="rule-link">
      <Icon name="rule" />
      {named}
    </span>
  );
}

/** Says no with the rule, the reason and the way on. */
export function RefusalBox({
  page,
  refusals,
  title,
}: {
  page: Page;
  refusals: readonly Refusal[];
  title?: string | undefined;
}): Html {
  const words = commonWords(page.lang);
  const { lang } = page;
  return (
    <section class="refusal" aria-labelledby="refusal-title" tabindex={-1} data-focus>
      <h2 id="refusal-title">
        <Icon name="danger" />
        {title ?? words.refused}
      </h2>
      <ul>
        {refusals.map((refusal) => (
          <li>
            <p class="refusal-says">{refusal.says[lang]}</p>
            <dl>
              <div>
                <dt>{words.because}</dt>
                <dd>{refusal.because[lang]}</dd>
              </div>
              <div>
                <dt>{words.cure}</dt>
                <dd>{refusal.cure[lang]}</dd>
              </div>
            </dl>
            <RuleLink
              page={page}
              edition={refusal.source.edition}
              rule={refusal.rule}
              source={refusal.source}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
