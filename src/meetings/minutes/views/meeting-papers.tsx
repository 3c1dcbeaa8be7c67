import type { Html } from '../../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../../web/page.ts';
import { minutesWords } from '../words.ts';

/** The papers of a meeting: minutes once it is over, agenda pack and attendance list. */
export function MeetingPapers({
  page,
  meeting,
}: {
  page: Page;
  meeting: { readonly number: number; readonly status: string };
}): Html {
  const w = minutesWords(page.lang);
  const at = (path: string) => page.href(`/meetings/${meeting.number}/${path}`);
  const over = ['minutes-draft', 'approved', 'published'].includes(meeting.status);
  return (
    <ul class="inline-links">
      {over && (
        <li>
          <a href={at('minutes')}>{w.read}</a>
        </li>
      )}
      <li>
        <a href={at('agenda.pdf')}>{w.agendaPdf}</a>
      </li>
      <li>
        <a href={at('attendance.pdf')}>{w.attendancePdf}</a>
      </li>
    </ul>
  );
}
