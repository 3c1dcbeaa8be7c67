import type { Language } from '../../../rulebook/vocabulary.ts';
import { commonWords } from '../common-words.ts';
import type { Child, Html } from '../jsx/jsx-runtime.ts';
import { Icon } from './icon.tsx';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

const signs = { info: 'info', success: 'check-circle', warning: 'warning', danger: 'danger' } as const;

interface NoticeProps {
  lang: Language;
  tone: NoticeTone;
  /** One strong line; the text follows. */
  title?: string | undefined;
  children?: Child;
}

/** A message that must be seen. The sign is named for those who do not see it. */
export function Notice({ lang, tone, title, children }: NoticeProps): Html {
  return (
    <div class="notice" data-color={tone}>
      <Icon name={signs[tone]} label={commonWords(lang)[tone]} />
      <div class="notice-text">
        {title !== undefined && <p class="notice-title">{title}</p>}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
