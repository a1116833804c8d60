"""A volume driver that keeps each volume as one sparse file.

Metadata of a volume that it obeys when extending:
  lab_extend_delay  seconds the volume stays in 'extending'
  lab_extend_fail   'true': the backend fails, the volume ends 'error_extending'
"""
import os
import time

from cinder import exception
from cinder.volume import driver

FILE_BYTES_PER_GB = 1024  # the largest size Cinder knows is then a 2 TiB file


class SparseFileDriver(driver.VolumeDriver):
    VERSION = '1'

    def check_for_setup_error(self):
        self.folder = os.path.join(driver.CONF.state_path, 'volumes')
        os.makedirs(self.folder, exist_ok=True)

    def local_path(self, volume):
        return os.path.join(self.folder, volume.id)

    def create_volume(self, volume):
        with open(self.local_path(volume), 'xb') as file:
            file.truncate(volume.size * FILE_BYTES_PER_GB)

    def delete_volume(self, volume):
        try:
            os.remove(self.local_path(volume))
        except FileNotFoundError:
            pass  # one that ended in error may never have had a file

    def extend_volume(self, volume, new_size):
        time.sleep(float(volume.metadata.get('lab_extend_delay', '0')))
        if volume.metadata.get('lab_extend_fail') == 'true':
            raise exception.VolumeBackendAPIException(data='lab_extend_fail')
        os.truncate(self.local_path(volume), int(new_size) * FILE_BYTES_PER_GB)

    def ensure_export(self, context, volume):
        pass  # a file needs no export

    def create_export(self, context, volume, connector):
        pass

    def remove_export(self, context, volume):
        pass

    def initialize_connection(self, volume, connector):
        return {'driver_volume_type': 'local',
                'data': {'device_path': self.local_path(volume)}}

    def terminate_connection(self, volume, connector, **kwargs):
        pass

    def _update_volume_stats(self):
        name = self.configuration.volume_backend_name
        self._stats = {
            'volume_backend_name': name,
            'vendor_name': 'evs-conformance',
            'driver_version': self.VERSION,
            'storage_protocol': 'file',
            'pools': [{
                'pool_name': name,
                'multiattach': True,
                'total_capacity_gb': 'infinite',
                'free_capacity_gb': 'infinite',
                'reserved_percentage': 0,
            }],
        }
