"""Cinder's api, scheduler and volume services in one process.

usage: service.py LAB --config-file cinder.conf

This is the main program of cinder-api. Only its launcher is another: it stays
in this process, where cinder-api would fork, and starts the two other services
first.
"""
import os
import sys

from cinder.cmd import api  # first: it makes the standard library cooperative
from cinder.common import constants
from oslo_service.service import ServiceLauncher

LAB = sys.argv.pop(1)


class Launcher(ServiceLauncher):
    def __init__(self):
        super().__init__(api.CONF, restart_method='mutate')
        backend = api.CONF.enabled_backends[0]
        create = api.service.Service.create
        self.launch_service(create(
            binary=constants.VOLUME_BINARY, service_name=backend,
            host='%s@%s' % (api.CONF.host, backend), coordination=True))
        self.launch_service(create(binary=constants.SCHEDULER_BINARY))

    def launch_service(self, service, workers=1):
        super().launch_service(service, workers)
        if isinstance(service, api.service.WSGIService):
            # The socket is bound: tell which port the kernel has picked.
            with open(os.path.join(LAB, 'port'), 'w') as file:
                print(service.server.port, file=file)


api.service.process_launcher = Launcher
api.main()
