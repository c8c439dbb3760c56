using JobMgmt.Runtime.Commands;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ec2;

/// <summary>TerminateInstances: unregisters workers. What runs on one runs on; what waits for one ends as undeliverable.</summary>
internal sealed class TerminateInstancesOperation(WorkerSignal workers, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var now = time.GetUtcNow();
        return call.WriteAsync(store => JsonObject.Of(("TerminatingInstances", InstanceStateChange.Apply(store, request, instance =>
        {
            if (instance.State != InstanceRecord.Terminated)
            {
                InstanceStore.SetState(store, instance.Id, InstanceRecord.Terminated, InstanceStateChange.Reason(now), now);
                store.AfterCommit(workers.Wake);
            }

            return InstanceRecord.Terminated;
        }))));
    }
}
