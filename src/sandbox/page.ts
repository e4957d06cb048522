// The sandbox page: a document of its own, with a policy under which a program reaches nothing.
import { createHash } from 'node:crypto';

/**
 * The page that runs readers' programs. Its policy allows one script, known by its hash, and workers made from text;
 * the frame inside it and that frame's worker inherit the policy, so no request leaves either and no text becomes code.
 */
export function sandboxPage(frame: string, harness: string): string {
  if (/<\/script|<!--/i.test(frame + harness))
    throw new Error('The sandbox scripts would end their element.');
  const script = `\n${frame}`;
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="robots" content="noindex">
<title>Sandbox</title>
</head>
<body>
<script type="text/plain" id="harness">${harness}</script>
<script>${script}</script>
</body>
</html>
`;
}
