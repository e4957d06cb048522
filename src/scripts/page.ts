// What every page's script does; each part is a file of its own.
import './theme.ts';
import './overflow.ts';
import './later.ts';
import './piecemeal.ts';
import './unloaded.ts';
import './offline.ts';
import './copy.ts';
import './contents.ts';
import './search.ts';
