import { listed } from '../../../rulebook/in-words.ts';
import { daysBetween } from '../../lib/time.ts';
import { Tag } from '../../web/components/badge.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { RuleLink } from '../../web/components/refusal-box.tsx';
import { formatDate } from '../../web/format.ts';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { CurableFinding } from '../with-cures.ts';
import { bodyWords } from '../words.ts';

/** What is wrong with who sits where: since when, by when it is to be cured, how and by whom. */
export function FindingList({ page, findings }: { page: Page; findings: readonly CurableFinding[] }): Html {
  return (
    <>
      {findings.map((each) => (
        <Finding page={page} found={each} />
      ))}
    </>
  );
}

const toneOf = ({ coming, overdue }: CurableFinding) => (coming ? 'info' : overdue ? 'danger' : 'warning');

function Finding({ page, found }: { page: Page; found: CurableFinding }): Html {
  const { lang } = page;
  const w = bodyWords(lang);
  const { finding } = found;
  return (
    <Notice lang={lang} tone={toneOf(found)} title={finding.says[lang]}>
      <p>
        {found.coming
          ? `${w.comingOn(formatDate(finding.beganOn, lang), daysBetween(page.today, finding.beganOn))}. `
          : `${w.since(formatDate(finding.beganOn, lang), daysBetween(finding.beganOn, page.today))}. ${w.due(formatDate(finding.dueOn, lang))}. `}
        {found.overdue && (
          <Tag tone="danger" icon="clock">
            {w.overdue}
          </Tag>
        )}
      </p>
      <p>
        <strong>{w.cure}: </strong>
        {finding.cure[lang]}
      </p>
      {found.steps.length > 0 ? (
        <ul>
          {found.steps.map((step) => (
            <li>
              <a href={page.href(step.href)}>{step.says[lang]}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p>{w.whoCan(listed(found.who, 'or')[lang])}</p>
      )}
      <RuleLink page={page} edition={found.edition} rule={finding.rule} source={finding.source} />
    </Notice>
  );
}
