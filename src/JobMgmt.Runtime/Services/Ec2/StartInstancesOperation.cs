using JobMgmt.Runtime.Commands;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ec2;

/// <summary>StartInstances: the worker is online again.</summary>
internal sealed class StartInstancesOperation(WorkerSignal workers, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var now = time.GetUtcNow();
        return call.WriteAsync(store => JsonObject.Of(("StartingInstances", InstanceStateChange.Apply(store, request, instance =>
        {
            if (instance.State == InstanceRecord.Terminated)
            {
                throw Ec2Errors.WrongState(instance.Id, "started");
            }

            if (instance.State == InstanceRecord.Stopped)
            {
                InstanceStore.SetState(store, instance.Id, InstanceRecord.Running, "", now);
                InstanceStore.SetLaunched(store, instance.Id, now);
                store.AfterCommit(workers.Wake);
            }

            return InstanceRecord.Running;
        }))));
    }
}
