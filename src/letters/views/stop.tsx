import { Button } from '../../web/components/button.tsx';
import { PageHeading } from '../../web/components/heading.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { topics, type Topic } from '../vocabulary.ts';
import { letterWords } from '../words.ts';

/** Where the link at the end of a mail's headers leads: one button, no sign-in. */
export function StopView({ page, topic, done }: { page: Page; topic: Topic; done: boolean }): Html {
  const w = letterWords(page.lang);
  const name = topics[topic].name[page.lang];
  if (done)
    return (
      <>
        <PageHeading title={w.stopped} lead={w.stoppedLead(name)} />
        <p>
          <a href={page.href('/sign-in')}>{w.chooseAgain}</a>
        </p>
      </>
    );
  return (
    <>
      <PageHeading title={w.stopTitle} lead={w.stopLead(name)} />
      <form method="post" action={page.href(page.path)}>
        <Button>{w.stop}</Button>
      </form>
    </>
  );
}
