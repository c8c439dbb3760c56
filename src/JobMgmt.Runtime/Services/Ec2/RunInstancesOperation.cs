using System.Security.Cryptography;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ec2;

/// <summary>
/// RunInstances: registers workers. Each stands for this machine, is running and managed by SSM at once; image, type and key are kept to be shown. A client token
/// that was used before answers with what it made.
/// </summary>
internal sealed class RunInstancesOperation(InstanceDescription description, TimeProvider time) : IServiceOperation
{
    private const int MostAtOnce = 1000;

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var least = request.Number("MinCount") ?? throw Ec2Errors.Missing("MinCount");
        var count = request.Number("MaxCount") ?? throw Ec2Errors.Missing("MaxCount");
        if (least < 1 || count < least || count > MostAtOnce)
        {
            throw Ec2Errors.BadValue(count.ToString(System.Globalization.CultureInfo.InvariantCulture), "maxCount");
        }

        var tags = Ec2Tags.ForInstances(request);
        var token = request.Text("ClientToken");
        var now = time.GetUtcNow();
        return call.WriteAsync(store =>
        {
            var earlier = token is null ? [] : InstanceStore.IdsByClientToken(store, token).ConvertAll(id => InstanceStore.Find(store, id)!);
            if (earlier.Count > 0)
            {
                return description.Reservation(earlier[0].ReservationId, earlier);
            }

            var reservation = "r-" + RandomNumberGenerator.GetHexString(17, lowercase: true);
            var instances = Enumerable.Range(0, (int)count).Select(index => new InstanceRecord(
                "i-" + RandomNumberGenerator.GetHexString(17, lowercase: true),
                reservation,
                index,
                request.Text("ImageId") ?? "ami-00000000000000000",
                request.Text("InstanceType") ?? "m1.small",
                request.Text("KeyName"),
                token,
                InstanceRecord.Running,
                now,
                now,
                "") { Tags = tags }).ToArray();
            Array.ForEach(instances, instance => InstanceStore.Add(store, instance));
            return description.Reservation(reservation, instances);
        });
    }
}
