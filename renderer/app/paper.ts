import type { HostFile } from '../../shared/host.ts'

/** A file as the API answered it, ready for the host: to print, to keep, to open. */
export async function hostFile(file: File): Promise<HostFile> {
  return { name: file.name, type: file.type, bytes: await file.arrayBuffer() }
}
