const codes = new Set([
  'FST_ERR_CTP_BODY_TOO_LARGE',
  'FST_REQ_FILE_TOO_LARGE',
  'FST_FILES_LIMIT',
  'FST_PARTS_LIMIT',
  'FST_FIELDS_LIMIT',
]);

/** Whether an error says that a request, a file or a form was larger than allowed. */
export const isTooLarge = (error: unknown): boolean => codes.has((error as { code?: string }).code ?? '');
