import { catalogue } from '../catalogue.ts';
import { governanceReport } from './source.ts';

/** Formal requirements, F1 to F22. */
export const formal = catalogue('formal', governanceReport, {
  F1: {
    level: 'sandbox',
    due: 'project',
    text: 'sourceOpen',
    form: 'Alt kildekode til projektet udvikles synligt og aktivt i et repositorie og versionskontrolsystem, anvist af OS2',
  },
  F2: { level: 'sandbox', due: 'project', text: 'licence', form: 'Open Source licenskriterier overholdes' },
  F3: {
    level: 'sandbox',
    due: 'project',
    text: 'lawful',
    form: 'Udbudsregler og alm. lovformlighed er overholdt',
  },
  F4: { level: 'sandbox', due: 'project', text: 'security', form: 'Der er tænkt på sikkerheden i løsningen' },
  F5: {
    level: 'sandbox',
    due: 'concept',
    text: 'purpose',
    form: 'Løsningens formål og værdi er beskrevet',
    provider: 'project-owner',
  },
  F6: {
    level: 'N1',
    due: 'product',
    text: 'handedOver',
    form: "Kildekoden er overdraget og er placeret under OS2's kontrol",
  },
  F7: {
    level: 'N1',
    due: 'product',
    text: 'documentationTemplate',
    form: 'Alt dokumentation til projektet udarbejdes med og overholder OS2s standardskabelon for dokumentation.',
  },
  F10: {
    level: 'N1',
    due: 'product',
    text: 'channels',
    form: "OS2's kommunikationskanaler anvendes (OS2.eu)",
  },
  F11: {
    level: 'N1',
    due: 'project',
    text: 'issues',
    form: 'Der anvendes offentlig issue-tracking anvist af OS2, hvor der tydeligt henvises til specifikke kodeændringer',
  },
  F12: { level: 'N2', due: 'product', text: 'oneCore', form: 'Der er kun en version af core koden' },
  F13: {
    level: 'N2',
    due: 'product',
    text: 'presentation',
    form: 'Der er udarbejdet præsentationsmateriale af løsningen',
  },
  F14: {
    level: 'N2',
    due: 'product',
    text: 'strategicMaterial',
    form: 'Der er udarbejdet kommunikationsmateriale til strategisk niveau',
  },
  F15: {
    level: 'N2',
    due: 'product',
    text: 'bestPractice',
    form: 'Best practice for implementering i organisationen dokumenteres',
  },
  F16: {
    level: 'N2',
    due: 'product',
    text: 'codeStandards',
    form: 'Teknisk dokumentation indeholder best practice for kodestandarder i forhold til de anvendte teknologier',
  },
  F17: {
    level: 'N2',
    due: 'product',
    text: 'operations',
    form: 'Drifts og vedligeholdelses setup er beskrevet',
  },
  F18: {
    level: 'N2',
    due: 'project',
    text: 'architecture',
    form: 'Rammearkitekturen og standarder er fulgt og afvigelser er forklaret',
    weight: 'comply-or-explain',
  },
  F19: {
    level: 'N2',
    due: 'product',
    text: 'container',
    form: 'Løsningen er leveret i et containerformat f.eks. docker (anbefaling)',
    weight: 'should',
  },
  F20: {
    level: 'N2',
    due: 'product',
    text: 'training',
    form: 'Uddannelsesmateriale er udarbejdet (anbefaling)',
    weight: 'should',
  },
  F21: {
    level: 'N3',
    due: 'product',
    text: 'politicalCommunication',
    form: 'Politisk kommunikation er udarbejdet (Lokal + Omverden)',
  },
  F22: {
    level: 'N3',
    due: 'product',
    text: 'processPlan',
    form: 'Procesplan + procesansvar for driftsimplementering er udarbejdet',
  },
});
