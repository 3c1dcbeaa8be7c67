import { Tag } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { PageHeading } from '../../web/components/heading.tsx';
import { Table } from '../../web/components/table.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { kindOf } from '../kinds.ts';
import type { LetterText } from '../queries.ts';
import { letterWords } from '../words.ts';

/** Every text in both languages, with the way to change it or go back. */
export function TextsView({ page, texts }: { page: Page; texts: readonly LetterText[] }): Html {
  const { lang } = page;
  const w = letterWords(lang);
  const title = (text: LetterText) => `${kindOf(text.kind).name[lang]}, ${w.languages[text.language]}`;
  const address = (text: LetterText) => page.href(`/letters/texts/${text.kind}/${text.language}`);
  return (
    <>
      <PageHeading title={w.texts} lead={w.textsLead} />
      <Table
        lang={lang}
        caption={w.texts}
        hideCaption
        rows={texts}
        columns={[
          {
            head: w.kind,
            names: true,
            cell: (text) => <a href={address(text)}>{title(text)}</a>,
          },
          { head: w.subject, cell: (text) => <span lang={text.language}>{text.subject}</span> },
          {
            head: w.whose,
            cell: (text) => <Tag tone={text.own ? 'accent' : 'neutral'}>{text.own ? w.own : w.standard}</Tag>,
          },
          {
            head: w.action,
            hideHead: true,
            cell: (text) =>
              text.own && (
                <LinkButton href={`${address(text)}/restore`} small>
                  {w.restore}
                  <span class="sr-only">{` ${title(text)}`}</span>
                </LinkButton>
              ),
          },
        ]}
      />
    </>
  );
}
