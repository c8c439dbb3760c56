using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ec2;

/// <summary>StopInstances: the worker goes offline. What runs on it runs on: this machine is not stopped.</summary>
internal sealed class StopInstancesOperation(TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var now = time.GetUtcNow();
        return call.WriteAsync(store => JsonObject.Of(("StoppingInstances", InstanceStateChange.Apply(store, request, instance =>
        {
            if (instance.State == InstanceRecord.Terminated)
            {
                throw Ec2Errors.WrongState(instance.Id, "stopped");
            }

            if (instance.State == InstanceRecord.Running)
            {
                InstanceStore.SetState(store, instance.Id, InstanceRecord.Stopped, InstanceStateChange.Reason(now), now);
            }

            return InstanceRecord.Stopped;
        }))));
    }
}
