import type { Language } from '../../../rulebook/vocabulary.ts';
import { assets } from '../../web/assets.ts';
import { PageHeading } from '../../web/components/heading.tsx';
import { raw, type Html } from '../../web/jsx/jsx-runtime.ts';
import type { Report } from '../report.ts';
import { ReportView, reportTitle } from './report.tsx';

/** A report as a document of its own, to keep or to print. */
export function ReportDocument({ report, lang }: { report: Report; lang: Language }): Html {
  const title = reportTitle({ report, lang });
  return (
    <>
      {raw('<!doctype html>\n')}
      <html lang={lang} data-color-scheme="auto" data-size="sm">
        <head>
          <meta charset="utf-8" />
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <link rel="stylesheet" href={assets.css} />
        </head>
        <body>
          <main class="page page-wide">
            <PageHeading title={title} />
            <ReportView report={report} lang={lang} />
          </main>
        </body>
      </html>
    </>
  );
}
