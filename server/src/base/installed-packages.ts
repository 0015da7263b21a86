/**
 * Whether a folder of this name is one that a package manager filled, by what `has` says stands at its top: Go's and Composer's
 * `vendor`, CocoaPods' `Pods`, a virtual environment of Python. What stands there is somebody else's code, whether git is told
 * to ignore it or not.
 */
export function holdsInstalledPackages(name: string, has: (file: string) => boolean): boolean {
  return (
    (name === 'vendor' && (has('modules.txt') || has('autoload.php'))) ||
    (name === 'Pods' && has('Manifest.lock')) ||
    has('pyvenv.cfg')
  );
}
